import { refusal } from '../error.ts';
import { type Estimate, isEstimate } from './estimate.ts';

/** The estimate in a file that `--json` was saved to. */
export function savedEstimate(path: string, text: string | null): Estimate {
  try {
    // Nx prints a banner above what is for programs.
    const estimate: unknown = JSON.parse(/^\{.*/ms.exec(text ?? '')?.[0] ?? '');
    if (isEstimate(estimate)) return estimate;
  } catch {
    // Not JSON is not an estimate either; both are answered below.
  }
  throw refusal({
    code: 'BASE_UNREADABLE',
    at: '--base',
    value: path,
    reason: 'contains no cost estimate',
    remedy: 'save one: npx nx generate @bizflow/generator:cost --json',
  });
}
