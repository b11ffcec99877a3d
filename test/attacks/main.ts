import { writeFile } from 'node:fs/promises';
import { SECURITY_PAGE, securityPage } from './security-page.js';

/** `npm run security`: prints the tables of docs/security.md anew. */
await writeFile(SECURITY_PAGE, await securityPage());
