import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { appIcons } from './plugins/app-icons.ts';
import { PASS_WORKER, passShell } from './plugins/pass-shell.ts';

/** Each has an entry of its own, so that nobody loads the code of another. */
const SURFACES = ['kiosk', 'enrol', 'pass', 'admin', 'board'];

/** Where `npm start` runs the API; `npm run dev` says where it does. */
const API = 'http://127.0.0.1:3000';

const publicDir = path.resolve(import.meta.dirname, 'public');
const pageOf = (surface: string): string => path.resolve(import.meta.dirname, surface, 'index.html');

/** While developing, `/admin/devices` is answered with the page of `/admin`, as the API does it with what was built. */
const deepLinks = (): Plugin => ({
  name: 'presente-deep-links',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const [, surface = ''] = request.url?.split(/[/?]/) ?? [];
      const isPage = request.headers.accept?.includes('text/html') === true;
      if (isPage && SURFACES.includes(surface)) request.url = `/${surface}/index.html`;
      next();
    });
  },
});

/** What the pages ask of the API, and what the administration links to. */
const proxyTo = (api: string) => ({
  '/graphql': { target: api, ws: true },
  '/captures': api,
  '/metrics': api,
  '/health': api,
});

export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  appType: 'mpa',
  plugins: [
    react(),
    deepLinks(),
    appIcons(path.join(publicDir, 'icon.svg')),
    passShell(publicDir),
    // The worker's list is put in after it would have been compressed.
    compression({ algorithms: ['gzip', 'brotliCompress'], exclude: [new RegExp(`${PASS_WORKER}\\.js$`)] }),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The first that know `light-dark()`: what stands in for it for older ones does not see the scheme that Mantine sets.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      onLog(level, log, handle) {
        // Also `import { type X }` loads the module; `import type` does not.
        if (log.code === 'INEFFECTIVE_DYNAMIC_IMPORT') throw new Error(log.message);
        handle(level, log);
      },
      input: {
        home: path.resolve(import.meta.dirname, 'index.html'),
        ...Object.fromEntries(SURFACES.map((surface) => [surface, pageOf(surface)])),
        [PASS_WORKER]: path.resolve(import.meta.dirname, 'src/pass/offline/service-worker.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === PASS_WORKER ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    port: 5173,
    proxy: proxyTo(loadEnv(mode, import.meta.dirname, 'PRESENTE_').PRESENTE_API ?? API),
  },
}));
