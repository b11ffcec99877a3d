import { validations } from './catalogue/validations.js';
import { prove } from './prove.js';

prove(validations);
