import { floods } from './catalogue/floods.js';
import { prove } from './prove.js';

prove(floods);
