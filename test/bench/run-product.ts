import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Run {
  ms: number;
  /** On the wire, without BEGIN and COMMIT. */
  statements: number;
  /** The most memory that the process ever held. */
  peakKb: number;
}

/** The product's own verbs in a process of their own, so that its memory is its own. */
export async function runProduct(url: string): Promise<Run> {
  const script = new URL('./product.js', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, url], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Run;
}
