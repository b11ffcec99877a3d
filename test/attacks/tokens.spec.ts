import { tokens } from './catalogue/tokens.js';
import { prove } from './prove.js';

prove(tokens);
