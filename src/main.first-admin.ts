import { NestFactory } from '@nestjs/core';
import { environmentOrExit } from './config/env.js';
import { FirstAdminModule } from './first-admin.module.js';
import { AuthService } from './modules/auth/index.js';

const EMAIL = 'admin@presente.local';

/** Makes the first administrator of an empty installation and prints the sign-in, once, as one line of JSON. */
const app = await NestFactory.createApplicationContext(FirstAdminModule.forRoot(environmentOrExit()), {
  logger: ['error'],
});
try {
  const created = await app.get(AuthService).createFirstAdministrator(EMAIL);
  process.stdout.write(
    `${JSON.stringify(created === undefined ? { created: false } : { created: true, ...created })}\n`,
  );
} finally {
  await app.close();
}
