import { type Problem, problem, shorten } from '@bizflow/kernel';
import type { Question, RegistryError } from './answer.ts';

interface Cause {
  readonly names: RegExp;
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
}

const causes: readonly Cause[] = [
  {
    names: /^ImageNotFound/,
    code: 'IMAGE_MISSING',
    reason: 'is not in the registry of this region',
    remedy: 'check the tag, or wait until ECR has replicated the image to this region',
  },
  {
    names: /^RepositoryNotFound/,
    code: 'ECR_REPOSITORY',
    reason: 'is in a repository that does not exist in this region of the account',
    remedy:
      'create the repository in this region, or check accounts.delivery in packages/config/src/assigned/assigned.ts',
  },
  {
    names: /^AccessDenied|^Forbidden/,
    code: 'ECR_DENIED',
    reason: 'cannot be read with these credentials, or belongs to another account',
    remedy:
      'use a role that may read the repository, or check accounts.delivery in packages/config/src/assigned/assigned.ts',
  },
  {
    names: /^Throttl|TooManyRequests|RequestLimitExceeded|^LimitExceeded|SlowDown/,
    code: 'ECR_THROTTLED',
    reason: 'was throttled by ECR, also on every retry',
    remedy: 'wait a minute and run the command again, or raise AWS_MAX_ATTEMPTS',
  },
  {
    names: /^TimeoutError$|^AbortError$|^RequestTimeout|^ETIMEDOUT$|^ESOCKETTIMEDOUT$/,
    code: 'ECR_TIMEOUT',
    reason: 'got no answer in time',
    remedy: 'check the network and run the command again, or raise --timeoutSeconds',
  },
  {
    names:
      /^ECONN|^ENOTFOUND$|^EAI_AGAIN$|^EHOSTUNREACH$|^ENETUNREACH$|^EPIPE$|^EPROTO$|_CERT|^CERT_|^UNABLE_TO_|^ERR_TLS/,
    code: 'ECR_UNREACHABLE',
    reason: 'could not be read: no connection to the registry',
    remedy: 'check the network, the proxy and AWS_ENDPOINT_URL_ECR, then run the command again',
  },
];

const credentials =
  /^CredentialsProviderError$|^UnauthorizedException$|^TokenProviderError$|^ExpiredToken|^UnrecognizedClient|^InvalidClientTokenId|^InvalidSignature|^SignatureDoesNotMatch|^MissingAuthenticationToken|^IncompleteSignature/;

/** What a registry's error means. Wrong credentials are reported once, not for each region. */
export function registryProblem(question: Question, error: RegistryError): Problem {
  const { repository, tag, region } = question;
  if (credentials.test(error.name)) {
    return problem({
      code: 'ECR_CREDENTIALS',
      at: 'AWS credentials',
      value: error.name,
      reason: firstLine(error.message),
      remedy:
        'sign in, for instance aws sso login, and set AWS_PROFILE; or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    });
  }
  // Node's code first: the SDK calls a hung-up connection a TimeoutError.
  const called = (name: string) => causes.find(({ names }) => names.test(name));
  const cause = called(error.code) ?? called(error.name);
  const said = `${error.code || error.name}: ${firstLine(error.message)}`;
  return problem({
    code: cause?.code ?? 'ECR_FAILED',
    at: region,
    value: `${repository}:${tag}`,
    reason: cause === undefined ? `could not be read: ${said}` : `${cause.reason} (${said})`,
    remedy: cause?.remedy ?? 'read the reason; https://health.aws.amazon.com lists outages of AWS',
  });
}

// What a server says may be long, and of many lines.
const firstLine = (message: string): string => shorten(message.split('\n')[0] ?? '', 160);
