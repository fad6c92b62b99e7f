import { useEffect, useState } from 'react';

/** Of light around the code, in modules: cameras want four. */
const MARGIN = 4;

interface Drawn {
  readonly size: number;
  /** As an SVG path, a square a dark module. */
  readonly path: string;
}

/** Dark on light in either theme: many cameras read it in no other way. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    let isHere = true;
    // Without it there is still the key to type.
    draw(text).then(
      (code) => (isHere ? setDrawn(code) : undefined),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [text]);
  if (!drawn) return <div data-waiting className="size-44 bg-band" />;
  const whole = drawn.size + 2 * MARGIN;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${whole} ${whole}`}
      className="size-44"
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${whole}v${whole}H0z`} fill="#fff" />
      <path d={drawn.path} fill="#000" transform={`translate(${MARGIN} ${MARGIN})`} />
    </svg>
  );
}

async function draw(text: string): Promise<Drawn> {
  const { create } = (await import('qrcode')).default;
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const squares = Array.from(data, (dark, at) => (dark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : ''));
  return { size, path: squares.join('') };
}
