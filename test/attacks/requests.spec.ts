import { requests } from './catalogue/requests.js';
import { prove } from './prove.js';

prove(requests);
