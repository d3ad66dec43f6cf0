import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A root's file in Terraform's JSON syntax, as far as a rehearsal looks into it. */
interface RootFile {
  readonly terraform?: { backend?: unknown };
  readonly provider?: { readonly aws?: object | readonly object[] };
  readonly data?: { readonly aws_subnet?: Readonly<Record<string, Subnet>> };
}

interface Subnet {
  readonly cidr_block: string;
  filter?: readonly { readonly name: string }[];
}

/** A folder made ready; `lender` is one to apply before it, if another account lends it subnets. */
export interface Prepared {
  readonly lender: string | undefined;
}

const onThisMachine = {
  access_key: 'rehearsal',
  secret_key: 'rehearsal',
  max_retries: 1,
  s3_use_path_style: true,
  skip_metadata_api_check: true,
} as const;

/**
 * Makes a copied root ready for moto: no backend, a provider without credentials, real ids for
 * the examples of the facts, and the subnets of another account, which RAM shares on AWS and which
 * moto of one account does not know, as its own.
 */
export function prepare(folder: string, made: ReadonlyMap<string, string>): Prepared {
  const lent: string[] = [];
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.tf.json'))) {
    const file = join(folder, name);
    const text = [...made].reduce(
      (before, [example, real]) => before.replaceAll(example, real),
      readFileSync(file, 'utf8'),
    );
    const content: RootFile = JSON.parse(text);
    delete content.terraform?.backend;
    for (const provider of [content.provider?.aws ?? []].flat()) {
      Object.assign(provider, onThisMachine);
    }
    for (const subnet of Object.values(content.data?.aws_subnet ?? {})) {
      if (!subnet.filter?.some((one) => one.name === 'owner-id')) continue;
      subnet.filter = subnet.filter.filter((one) => one.name !== 'owner-id');
      lent.push(subnet.cidr_block);
    }
    writeFileSync(file, JSON.stringify(content));
  }
  return { lender: lent.length === 0 ? undefined : lenderOf(folder, lent) };
}

/** A root beside the copy that makes the subnets under the same provider. */
function lenderOf(folder: string, subnets: readonly string[]): string {
  const lender = join(folder, 'lender');
  mkdirSync(lender);
  for (const name of ['provider.tf.json', 'terraform.tf.json']) {
    writeFileSync(join(lender, name), readFileSync(join(folder, name)));
  }
  const resource = {
    aws_vpc: { this: { cidr_block: subnets[0]?.replace(/\.\d+\.\d+\/\d+$/, '.0.0/16') } },
    aws_subnet: Object.fromEntries(
      subnets.map((cidr_block, index) => [
        `lent_${index}`,
        { cidr_block, vpc_id: '${aws_vpc.this.id}' },
      ]),
    ),
  };
  writeFileSync(join(lender, 'main.tf.json'), JSON.stringify({ resource }));
  return lender;
}
