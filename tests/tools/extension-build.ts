import { resolve } from 'node:path';
import { createBuilder } from 'vite';

export const PROJECT = resolve(import.meta.dirname, '../..');
export const TARGETS = ['chrome', 'firefox'] as const;

export type BuildTarget = (typeof TARGETS)[number];

/** Builds `dist/chrome` or `dist/firefox` as it is published. Throws what the bundler throws. */
export async function buildExtension(target: BuildTarget): Promise<void> {
  // Preact and Vite choose development code by it, and a shell may have set it.
  process.env['NODE_ENV'] = 'production';
  const builder = await createBuilder({ configFile: resolve(PROJECT, 'vite.config.ts'), mode: target, logLevel: 'warn' });
  await builder.buildApp();
}
