/** Reads every secret of a region of an emulated account, by name; one without a value is left out. */
export async function secretsIn(
  endpoint: string,
  region: string,
): Promise<ReadonlyMap<string, string>> {
  const ask = async (action: string, body: object) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `secretsmanager.${action}`,
        authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/secretsmanager/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer;
  };
  const { SecretList: list = [] } = await ask('ListSecrets', { MaxResults: 100 });
  const values = await Promise.all(
    list.map(async ({ Name: name }) => {
      const { SecretString: value } = await ask('GetSecretValue', { SecretId: name });
      return [name, value] as const;
    }),
  );
  return new Map(values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

interface Answer {
  readonly SecretList?: readonly { readonly Name: string }[];
  readonly SecretString?: string;
}
