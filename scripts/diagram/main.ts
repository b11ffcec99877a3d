import { writeFile } from 'node:fs/promises';
import { ARCHITECTURE_PAGE, architecturePage } from './architecture-page.js';

/** `npm run diagram` */
await writeFile(ARCHITECTURE_PAGE, await architecturePage());
