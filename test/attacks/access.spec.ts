import { access } from './catalogue/access.js';
import { prove } from './prove.js';

prove(access);
