import { describe, expect, it } from 'vitest';
import { commandIn, toldOn } from './page.ts';

const page = `# A move

|  | Step | Borders | Waits for |
| --- | --- | --- | --- |
| done | First |  | ~~a~~ |
| **now** | Second step |  | b, c |

## Second step

1. Do this.

\`\`\`sh
terraform -chdir=terraform/environments/production/xx-1 apply
aws --region xx-1 s3 ls
\`\`\`

2. Then talk.

- [ ] \`b\` (platform): All is well. It shows nothing:

\`\`\`sh
terraform -chdir=terraform/environments/production/xx-1 state list
\`\`\`

- [x] \`c\` (data-protection): They agree. It shows the ticket.

## Third

1. Not yet.
`;

describe('the page of a move', () => {
  it('tells the commands of the present step, and what shows that it is done', () => {
    expect(toldOn(page)).toEqual({
      acts: [
        [
          'terraform -chdir=terraform/environments/production/xx-1 apply',
          'aws --region xx-1 s3 ls',
        ],
        [],
      ],
      waits: [
        {
          id: 'b',
          command: 'terraform -chdir=terraform/environments/production/xx-1 state list',
          prints: 'nothing',
        },
        { id: 'c', command: null, prints: 'the ticket' },
      ],
    });
  });

  it('is refused where it says of no step that it is now', () => {
    expect(() => toldOn(page.replace('**now**', ''))).toThrow('no step that is now');
  });

  it.each([
    [
      'terraform -chdir=terraform/environments/production/links/xx-1 destroy',
      { by: 'terraform', root: 'production/links/xx-1', words: ['destroy'] },
    ],
    ['aws --region xx-1 s3 rm s3://x --recursive', { by: 'aws' }],
    ['kubectl --context x get pods', { by: 'people' }],
    ['echo "copy" | psql "$FROM_URL" | aws s3 cp - s3://x', { by: 'people' }],
  ])('has %s played by who can', (script, as) => {
    expect(commandIn(script)).toMatchObject(as);
  });
});
