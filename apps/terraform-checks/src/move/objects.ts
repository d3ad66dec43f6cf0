import { printed } from '../order/accounts.ts';
import type { Theatre } from './theatre.ts';

/**
 * Puts an object into every bucket of the region that people leave, and another one in its place: what tenants upload, and
 * the logs that AWS writes. Buckets keep versions, so that each has two.
 */
export async function storedObjects({
  stage: { accounts },
  ends: { from },
}: Theatre): Promise<void> {
  const [production] = accounts;
  if (production === undefined) return;
  const script = `for bucket in $(aws s3api list-buckets --output text \\
    --query "Buckets[?contains(Name, '${from}') && !starts_with(Name, 'bizflow-terraform-')].Name"); do
  for text in first second; do
    echo "$text" | aws --region ${from} s3 cp - "s3://$bucket/tenants/one/letter.txt"
  done
  echo "an object in $bucket, with a former version"
done`;
  console.log(await printed(production, script));
}
