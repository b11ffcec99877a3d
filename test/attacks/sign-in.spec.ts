import { signIns } from './catalogue/sign-in.js';
import { prove } from './prove.js';

prove(signIns);
