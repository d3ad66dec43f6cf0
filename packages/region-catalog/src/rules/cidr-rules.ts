import { isAligned, overlaps, type Problem, parseCidr, problem } from '@bizflow/kernel';

/** A CIDR block and the path that names it. */
export interface Block {
  readonly at: string;
  readonly cidr: string;
}

/** A problem of one block. */
export const blockProblem = (
  code: string,
  { at, cidr }: Block,
  reason: string,
  remedy: string,
): Problem =>
  problem({
    code,
    at,
    value: cidr,
    reason,
    remedy,
  });

/** A block is written well, and of a size that AWS accepts. */
export const wellFormed = (block: Block): Problem[] => {
  const range = parseCidr(block.cidr);
  if (range === undefined) {
    const remedy = 'write four octets and a prefix, like 10.4.0.0/16';
    return [blockProblem('CIDR_INVALID', block, 'is not an IPv4 CIDR block (RFC 4632)', remedy)];
  }
  if (!isAligned(range)) {
    const reason = `has host bits set: a /${range.prefix} starts on a multiple of its size`;
    return [
      blockProblem('CIDR_MISALIGNED', block, reason, 'clear the host bits or change the prefix'),
    ];
  }
  // VPC user guide, "VPC CIDR blocks" and "Subnet sizing": both between /16 and /28.
  return range.prefix < 16 || range.prefix > 28
    ? [
        blockProblem(
          'CIDR_SIZE',
          block,
          'must be between /16 and /28, the sizes that AWS accepts',
          'choose another prefix',
        ),
      ]
    : [];
};

// Where a block with host bits lies is not known before it is corrected.
const isPlaced = ({ cidr }: Block): boolean => {
  const range = parseCidr(cidr);
  return range !== undefined && isAligned(range);
};

/** No two blocks share an address. */
export const disjoint = (blocks: readonly Block[]): Problem[] =>
  blocks.filter(isPlaced).flatMap((block, index, placed) =>
    placed
      .slice(0, index)
      .filter(({ cidr }) => overlaps(cidr, block.cidr))
      .map((other) => {
        const reason = `overlaps ${other.cidr} (${other.at})`;
        return blockProblem(
          'CIDR_OVERLAP',
          block,
          reason,
          'choose a block that no other network uses',
        );
      }),
  );
