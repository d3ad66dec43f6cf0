import { expect, it } from 'vitest';
import { withPlaces } from './places.ts';

const places = new Map([
  ['https://github.com/bizflow/platform.git', 'file:///run/platform.git'],
  ['public.ecr.aws/karpenter', 'http://127.0.0.1:1/0'],
]);

it('replaces the address of a repository, and of nothing else', () => {
  const text = [
    '    repoURL: https://github.com/bizflow/platform.git',
    '        - git:',
    '            repoURL: public.ecr.aws/karpenter',
    '  sourceRepos:',
    '    - public.ecr.aws/karpenter',
    '    image: public.ecr.aws/karpenter/controller',
    '    # https://github.com/bizflow/platform.git is ours',
    '',
  ];
  const changed = withPlaces(text.join('\n'), places).split('\n');
  expect(changed.filter((line, index) => line !== text[index])).toEqual([
    '    repoURL: file:///run/platform.git',
    '            repoURL: http://127.0.0.1:1/0',
    '    - http://127.0.0.1:1/0',
  ]);
});
