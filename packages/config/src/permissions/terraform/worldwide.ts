import { freeze } from '@bizflow/kernel';

/** Services with one endpoint for the world, and the region that IAM sees in a request to it. */
export const worldwide = freeze({
  budgets: 'us-east-1',
  // Four regions have one; from any other the provider calls this (chatbot/service_package.go).
  chatbot: 'us-west-2',
  cloudfront: 'us-east-1',
  iam: 'us-east-1',
  route53: 'us-east-1',
  shield: 'us-east-1',
} as const satisfies Readonly<Record<string, string>>);
