/** Where ACK's spelling of a field is not the API's with a small first letter. */
const own: Readonly<Record<string, string>> = {
  ARN: 'arn',
  IPSetReferenceStatement: 'ipSetReferenceStatement',
  IPSetForwardedIPConfig: 'ipSetForwardedIPConfig',
  AWSManagedRulesBotControlRuleSet: 'awsManagedRulesBotControlRuleSet',
};

/** A field of the WAFv2 API as the custom resource spells it. */
export const ackField = (name: string): string =>
  own[name] ?? `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
