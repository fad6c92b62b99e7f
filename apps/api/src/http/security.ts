import type { Config } from '@app/config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Headers on every answer, and no state change on behalf of another site. Browsers say in `Sec-Fetch-Site` (or at least
 * in `Origin`) where a request comes from. One that says neither comes from a program, which has no cookie that
 * somebody else's page could make it send: it may pass.
 */
export function secure(app: NestFastifyApplication, config: Config): void {
  const address = new URL(config.env.PUBLIC_URL);
  const encrypted = address.protocol === 'https:';
  app.enableCsrfProtection({ trustedOrigins: [address.origin] });
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'self'",
        imgSrc: ["'self'", 'data:'],
        objectSrc: "'none'",
        baseUri: "'none'",
        formAction: "'self'",
        frameAncestors: "'none'",
        ...(encrypted ? { upgradeInsecureRequests: true } : {}),
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: encrypted,
  });
}
