import { useReader } from '../page/reader.js';

/** How large a number is beside the others of its column; it stands beside the number, which says the same. */
export const Bar = ({ share, isSecond = false }: { share: number; isSecond?: boolean }) => {
  const { direction } = useReader();
  const width = Math.round(share * 1000) / 10;
  return (
    <svg class={isSecond ? 'gate-bar gate-bar--second' : 'gate-bar'} width="100%" height="10" aria-hidden="true" focusable="false">
      <rect x={direction === 'rtl' ? `${100 - width}%` : '0'} width={`${width}%`} height="10" />
    </svg>
  );
};
