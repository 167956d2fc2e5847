import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bareContracts } from './bare-contracts.ts';

/** The console is static files; the server that serves them serves the API on the same port, so there is no proxy. */
// biome-ignore lint/style/noDefaultExport: Vite reads its configuration from the default export.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [bareContracts(), react(), tailwind()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/console', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: {
      // The components are asked for through one door: what only a lazy page draws goes into that page's own part.
      treeshake: {
        moduleSideEffects: (id) =>
          !/\/platform\/(ui|contract|client)\/\w[\w-]*\.tsx?$|\/domains\/[\w-]+\/contract(\/[\w-]+)?\.ts$|\/zod\//u.test(
            id,
          ),
      },
      output: {
        codeSplitting: {
          groups: [
            // What the first page needs comes in two parts, and not in twenty: others' work, kept over our upgrades, and ours.
            { name: 'vendor', tags: ['$initial'], test: /[\\/]node_modules[\\/]/u, priority: 3 },
            { name: 'first', tags: ['$initial'], priority: 2 },
          ],
        },
      },
    },
    // Read by the budget test: which files the first page needs.
    manifest: true,
    reportCompressedSize: true,
  },
});
