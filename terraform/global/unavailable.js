// What a region's people see while their region is down and no other one may answer for it.
// It runs at the edge and ends there: nothing of a request is passed on or kept.
const html = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>BizFlow</title>
<h1>BizFlow is not available in your region right now</h1>
<p>Your data stays where it belongs, so no other region answers for it. Please try again in a few minutes.</p>
<p lang="ar" dir="rtl">الخدمة غير متاحة في منطقتكم حالياً. تبقى بياناتكم في مكانها. يُرجى المحاولة بعد بضع دقائق.</p>`;

const json = '{"error":"region_unavailable","retryAfterSeconds":120}';

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it
function handler(event) {
  const accept = event.request.headers.accept;
  const page = accept !== undefined && accept.value.includes('text/html');
  return {
    statusCode: 503,
    statusDescription: 'Service Unavailable',
    headers: {
      'access-control-allow-origin': { value: '*' },
      'cache-control': { value: 'no-store' },
      'content-type': { value: page ? 'text/html; charset=utf-8' : 'application/json' },
      'retry-after': { value: '120' },
      'strict-transport-security': { value: 'max-age=31536000' },
      'x-content-type-options': { value: 'nosniff' },
    },
    body: { encoding: 'text', data: page ? html : json },
  };
}
