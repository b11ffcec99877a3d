import { records } from './catalogue/records.js';
import { prove } from './prove.js';

prove(records);
