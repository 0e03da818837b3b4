import { defineConfig } from 'vitest/config';
import { fake } from './dev/fake.ts';

export default defineConfig(({ command, mode }) => ({
  plugins: command === 'serve' && mode !== 'test' ? [fake()] : [],
  build: {
    target: 'es2023',
    // Everything in files of its own: the site's content security policy allows neither inline scripts nor data: ones.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: { environment: 'happy-dom', include: ['test/**/*.test.{ts,tsx}'], reporters: ['default'] },
}));
