import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { Step } from '../../../data/delivery.ts';
import { type Point, sharesOf } from './steps.ts';

const size = { width: 560, height: 120, left: 44, bottom: 24 };

/** The share of traffic over minutes; the list beside it says the same. */
export const CanaryChart = ({ steps }: { readonly steps: readonly Step[] }) => {
  const points = sharesOf(steps);
  const end = points.at(-1)?.minute ?? 0;
  // The last step has no length of its own.
  const drawn = [...points, { minute: end + Math.max(1, end / 8), percent: 100, waits: false }];
  const x = scaleLinear([0, drawn.at(-1)?.minute ?? 1], [size.left, size.width - 8]);
  const y = scaleLinear([0, 100], [size.height - size.bottom, 8]);
  const atX = ({ minute }: Point) => x(minute);
  const atY = ({ percent }: Point) => y(percent);
  const fill = area<Point>().x(atX).y0(y(0)).y1(atY).curve(curveStepAfter)(drawn) ?? '';
  const edge = line<Point>().x(atX).y(atY).curve(curveStepAfter)(drawn) ?? '';
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={`The canary's share of traffic over ${end} minutes, in the steps listed below`}
    >
      {[0, 50, 100].map((percent) => (
        <g key={percent} class="tick">
          <path d={`M${size.left},${y(percent)}H${size.width - 8}`} />
          <text x={size.left - 6} y={y(percent) + 4} text-anchor="end">
            {percent} %
          </text>
        </g>
      ))}
      {x.ticks(6).map((minute) => (
        <text key={minute} class="tick" x={x(minute)} y={size.height - 6} text-anchor="middle">
          {minute} min
        </text>
      ))}
      <path class="share" d={fill} />
      <path class="edge" d={edge} />
      {points
        .filter(({ waits }) => waits)
        .map(({ minute, percent }) => (
          <g key={minute} class="waits">
            <path d={`M${x(minute)},8V${y(0)}`} />
            <circle cx={x(minute)} cy={y(percent)} r="5" />
          </g>
        ))}
    </svg>
  );
};
