import { holders } from './catalogue/holders.js';
import { prove } from './prove.js';

prove(holders);
