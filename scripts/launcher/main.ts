import { fromRoot } from '../../src/config/paths.js';
import { launch } from './launch.js';
import { presentePrograms } from './programs.js';

await launch(fromRoot('.data'), presentePrograms);
