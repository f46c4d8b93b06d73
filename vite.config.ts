import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compressedFiles } from './scripts/compressed-files.ts';
import { schemalessContract } from './scripts/schemaless-contract.ts';
import { LongestFirst } from './tests/kit/longest-first.ts';

const seeded = 'tests/kit/seeded.ts';
const databaseTests = { globalSetup: ['tests/kit/one-postgres.ts'], testTimeout: 60_000, hookTimeout: 180_000 };

export default defineConfig({
  plugins: [react(), schemalessContract(), compressedFiles()],
  css: { transformer: 'lightningcss' },
  server: { proxy: { '/api': { target: 'http://localhost:4310', changeOrigin: false } } },
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs is one file: many small ones pack worse, and ask more often.
        codeSplitting: {
          groups: [
            {
              name: 'everywhere',
              test: /vite[\\/]preload-helper|node_modules[\\/](?!.*useBlocker)(react|react-dom|scheduler|@tanstack|use-sync-external-store|@date-fns|date-fns)[\\/]|src[\\/](ui[\\/](?!Dialog|Menu|CheckRow|DateInput|date-words|unwhole-dates|useLineFocus|Edit|edit-form|ErrorSummary|Fault|LeaveUnsaved|Panel|Partial|RadioRow|row-moves|SearchPick|SegmentedControl|Table|TextArea|TimeInput|Unsent|NotificationFields|dialog-form)|api[\\/](client|clock|cache|drafts)\.ts|domain[\\/](calendar[\\/](?!typed-moment)|statistics[\\/]count-words))/,
            },
            // What forms and tables need beyond that, for every page but the first.
            {
              name: 'furniture',
              test: /src[\\/]ui[\\/](CheckRow|DateInput|date-words|unwhole-dates|useLineFocus|Edit|edit-form|ErrorSummary|Fault|LeaveUnsaved|Panel\.|Partial|RadioRow|row-moves|SearchPick|SegmentedControl|Table|TextArea|TimeInput|Unsent|DialogLater|NotificationFields|dialog-form)/,
            },
            // A question goes out before its page is there, and must not wait behind a dozen small files.
            {
              name: 'today',
              test: /src[\\/](contract[\\/](caseload|shown)|features[\\/]caseload[\\/]caseload\.queries)/,
            },
            {
              name: 'clients',
              includeDependenciesRecursively: false,
              test: /src[\\/](contract[\\/](clients(?!-contacts)|drug-screens-shown)|features[\\/]clients[\\/](clients\.queries|client-filters|clients-words|list-words|record-draft)|domain[\\/](adjustments[\\/]open|clients[\\/]contact-lines)\.)/,
            },
            {
              name: 'marks',
              test: /src[\\/](charts[\\/](marks[\\/]|ScreenStrip)|domain[\\/]drug-screens[\\/]words)/,
            },
          ],
        },
      },
    },
  },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], setupFiles: [seeded], isolate: false, testTimeout: 60_000 },
      },
      { extends: true, test: { name: 'house', include: ['tests/house/**/*.test.ts'], testTimeout: 60_000 } },
      // Files share a worker's modules, which take as long to load as most files take to run: what they keep, they keep by clinic.
      { extends: true, test: { name: 'api', include: ['tests/api/**/*.test.ts'], setupFiles: [seeded], isolate: false, ...databaseTests } },
      {
        extends: true,
        test: {
          name: 'ui',
          include: ['tests/ui/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/kit/browser.ts'],
          ...databaseTests,
        },
      },
      {
        extends: true,
        test: {
          name: 'conformance',
          include: ['tests/conformance/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          globalSetup: ['tests/kit/one-postgres.ts'],
        },
      },
    ],
  },
});
