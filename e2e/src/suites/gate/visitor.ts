import { shorten } from '@bizflow/kernel';
import { type Browser, browser, type Page } from '../../harness/browser.ts';
import { E2eError } from '../../harness/e2e-error.ts';
import { questionPath } from '../../harness/issuer.ts';

/** A person in front of an Argo CD, signed on or not. */
export interface Visitor {
  /** What Argo CD answers to a call of its API. */
  ask(method: string, path: string, body?: object): Promise<Page>;
}

/** One who has not signed on. */
export const passerBy = (address: string, own: Browser = browser()): Visitor => ({
  ask: (method, path, body) => own.call(method, `${address}/api/v1${path}`, body),
});

/** Signs on as a person does: by the button of the login page, through the issuer, and back. */
export async function signedOn(address: string, name: string): Promise<Visitor> {
  const own = browser();
  const answered = (url: URL): URL => {
    if (url.pathname.startsWith(questionPath)) url.searchParams.set('as', name);
    // The page of Argo CD itself is a file of its image; there is none here.
    return url.origin === address && url.pathname === '/' ? new URL('/healthz', url) : url;
  };
  const { status, url, body } = await own.open(`${address}/auth/login`, answered);
  if (url.origin !== address || status !== 200)
    throw new E2eError(`${name} is not let in: ${url.pathname} ${status} ${shorten(body, 300)}`);
  return passerBy(address, own);
}

/** What is against an answer other than this. */
export const expects = (what: string, { status, body }: Page, wanted: number): readonly string[] =>
  status === wanted ? [] : [`${what}: ${status} instead of ${wanted}: ${shorten(body, 200)}`];
