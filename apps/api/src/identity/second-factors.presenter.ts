import type { OwnSecondFactors, Passkey } from '@app/identity';
import type { PasskeyView, SecondFactorsView } from '@app/wire/identity';

export function presentSecondFactors({
  totpSince,
  recoveryCodesLeft,
  passkeys,
  stepUpBy,
  steppedUpUntil,
}: OwnSecondFactors): SecondFactorsView {
  return {
    totpSince: totpSince?.toISOString() ?? null,
    recoveryCodesLeft,
    passkeys: passkeys.map(presentPasskey),
    stepUpBy: [...stepUpBy],
    steppedUpUntil: steppedUpUntil?.toISOString() ?? null,
  };
}

function presentPasskey({ createdAt, usedAt, ...passkey }: Passkey): PasskeyView {
  return { ...passkey, createdAt: createdAt.toISOString(), usedAt: usedAt?.toISOString() ?? null };
}
