import { shorten } from '@bizflow/kernel';
import { members, text } from './json.ts';

/** Where GitHub answers, and as whom it is asked. */
export interface GitHub {
  readonly api: string;
  readonly token: string;
}

/** What GitHub answered; status 0 without an answer. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What GitHub answered, as the reason of a problem. */
export const answered = ({ status, body }: Answer): string =>
  `GitHub answered ${status}: ${text(members(body).message ?? body)}`;

/** Calls GitHub's REST API. */
export async function call(
  { api, token }: GitHub,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  try {
    const response = await fetch(`${api}${path}`, {
      method,
      signal: AbortSignal.timeout(30_000),
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'x-github-api-version': '2022-11-28',
        'user-agent': 'bizflow-pipeline',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = await response.text();
    return { status: response.status, body: parsed(answer) };
  } catch (error) {
    return { status: 0, body: { message: (error as Error).message } };
  }
}

const parsed = (answer: string): unknown => {
  try {
    return JSON.parse(answer);
  } catch {
    return shorten(answer, 200);
  }
};
