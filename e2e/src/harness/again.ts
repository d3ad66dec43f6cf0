import { setTimeout as pause } from 'node:timers/promises';

/** Does something again and again, with pauses, until it is stopped. */
export function again(milliseconds: number, act: () => Promise<void>) {
  let isOver = false;
  const acting = (async () => {
    while (!isOver) {
      await act();
      await pause(milliseconds);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await acting;
    },
  };
}
