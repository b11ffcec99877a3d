import { presentations } from './catalogue/presentations.js';
import { prove } from './prove.js';

prove(presentations);
