import { kiosks } from './catalogue/kiosks.js';
import { prove } from './prove.js';

prove(kiosks);
