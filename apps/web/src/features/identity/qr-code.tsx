import { useEffect, useState } from 'react';

/** Of light around the code, in modules: cameras want four. */
const MARGIN = 4;

/** Dark on light in either theme: many cameras read it in no other way. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    // Without it there is still the key to type.
    draw(text).then(
      (drawn) => (isHere ? setAddress(drawn) : undefined),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [text]);
  return address ? <img src={address} alt={label} className="size-44" /> : <div className="size-44 bg-band" />;
}

async function draw(text: string): Promise<string> {
  const { toString } = (await import('qrcode')).default;
  const svg = await toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: MARGIN });
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
