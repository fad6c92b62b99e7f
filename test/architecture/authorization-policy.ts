/** Who is asking: nobody, the people around one client, and those of another. */
export const principals = [
  ...['anonymous', 'owner', 'hiring', 'approver', 'finance', 'viewer', 'unverified', 'suspended'],
  ...['assistant', 'former assistant', 'other owner', 'other assistant', 'staff'],
] as const;

/**
 * A line a route and thing of the one client: what each principal is answered, in the order of `principals`. Nobody is
 * told 401, who may not see it 404, who sees it but may not do it 403; 400 and 409 are well-formed but not for now.
 * "unverified" and "suspended" are owners too, the one without a confirmed address. A route of staff has one answer, that
 * of staff; on other routes they are told what the other owner is.
 */
export const policy = `
GET /healthz                                         | -               | 200 200 200 200 200 200 200 200 200 200 200 200
POST /api/registrations                              | -               | 201 201 201 201 201 201 201 201 201 201 201 201
POST /api/email-verifications                        | -               | 400 400 400 400 400 400 400 400 400 400 400 400
POST /api/email-verifications/requests               | -               | 401 204 204 204 204 204 204 401 204 204 204 204
POST /api/sessions                                   | -               | 401 401 401 401 401 401 401 401 401 401 401 401
POST /api/sessions/second-factor                     | -               | 401 401 401 401 401 401 401 401 401 401 401 401
POST /api/sessions/passkey-challenges                | -               | 201 201 201 201 201 201 201 201 201 201 201 201
POST /api/sessions/passkey                           | -               | 400 400 400 400 400 400 400 400 400 400 400 400
POST /api/step-ups                                   | -               | 401 400 400 400 400 400 400 401 400 400 400 400
POST /api/step-ups/passkey-challenges                | -               | 401 201 201 201 201 201 201 401 201 201 201 201
GET /api/me/second-factors                           | -               | 401 200 200 200 200 200 200 401 200 200 200 200
POST /api/me/totp                                    | -               | 401 201 201 201 201 201 201 401 201 201 201 201
POST /api/me/totp/confirmation                       | -               | 401 409 409 409 409 409 409 401 409 409 409 409
DELETE /api/me/totp                                  | -               | 401 409 409 409 409 409 409 401 409 409 409 409
POST /api/me/recovery-codes                          | -               | 401 409 409 409 409 409 409 401 409 409 409 409
POST /api/me/passkey-challenges                      | -               | 401 201 201 201 201 201 201 401 201 201 201 201
POST /api/me/passkeys                                | -               | 401 400 400 400 400 400 400 401 400 400 400 400
PATCH /api/me/passkeys/:id                           | passkey         | 401 404 404 404 404 404 404 401 204 404 404 404
DELETE /api/me/passkeys/:id                          | passkey         | 401 404 404 404 404 404 404 401 204 404 404 404
GET /api/sessions                                    | -               | 401 200 200 200 200 200 200 401 200 200 200 200
DELETE /api/sessions                                 | -               | 401 204 204 204 204 204 204 401 204 204 204 204
DELETE /api/sessions/:id                             | session         | 401 404 404 404 404 404 404 401 204 404 404 404
DELETE /api/sessions/current                         | -               | 401 204 204 204 204 204 204 401 204 204 204 204
POST /api/password-resets/requests                   | -               | 204 204 204 204 204 204 204 204 204 204 204 204
POST /api/password-resets                            | -               | 400 400 400 400 400 400 400 400 400 400 400 400
PUT /api/me/language                                 | -               | 401 204 204 204 204 204 204 401 204 204 204 204
PUT /api/me/password                                 | -               | 401 400 400 400 400 400 400 401 400 400 400 400
POST /api/me/email-changes                           | -               | 401 400 400 400 400 400 400 401 400 400 400 400
POST /api/email-changes                              | -               | 400 400 400 400 400 400 400 400 400 400 400 400
POST /api/email-returns                              | -               | 400 400 400 400 400 400 400 400 400 400 400 400
GET /api/live                                        | -               | 401 406 406 406 406 406 406 401 406 406 406 406
GET /api/notifications                               | -               | 401 200 200 200 200 200 200 401 200 200 200 200
POST /api/notifications/reading                      | -               | 401 204 204 204 204 204 204 401 204 204 204 204
GET /api/sign-in-providers                           | -               | 200 200 200 200 200 200 200 200 200 200 200 200
POST /api/sign-in-providers/:provider/trips          | -               | 404 404 404 404 404 404 404 404 404 404 404 404
POST /api/provider-sign-ins                          | -               | 400 400 400 400 400 400 400 400 400 400 400 400
GET /api/me/provider-logins                          | -               | 401 200 200 200 200 200 200 401 200 200 200 200
POST /api/me/provider-logins/trips                   | -               | 401 404 404 404 404 404 404 401 404 404 404 404
POST /api/me/provider-logins                         | -               | 401 400 400 400 400 400 400 401 400 400 400 400
DELETE /api/me/provider-logins/:id                   | provider login  | 401 404 404 404 404 404 404 401 204 404 404 404
POST /api/me/provider-offers/acceptance              | -               | 401 400 400 400 400 400 400 401 400 400 400 400
GET /api/api-tokens                                  | -               | 401 200 200 200 200 200 200 401 200 200 200 200
POST /api/api-tokens                                 | -               | 401 201 201 201 201 201 201 401 201 201 201 201
DELETE /api/api-tokens/:id                           | api token       | 401 404 404 404 404 404 404 401 204 404 404 404
GET /api/me                                          | -               | 401 200 200 200 200 200 200 401 200 200 200 200
POST /api/businesses                                 | -               | 401 201 201 201 201 201 201 401 201 201 201 201
GET /api/businesses/:id/members                      | business        | 401 200 200 200 200 200 200 401 404 404 404 404
POST /api/businesses/:id/invitations                 | business        | 401 201 403 403 403 403 403 401 404 404 404 404
DELETE /api/businesses/:id/invitations/:invitationId | business        | 401 204 403 403 403 403 204 401 404 404 404 404
POST /api/invitations/acceptance                     | -               | 401 403 403 403 403 403 403 401 403 200 403 403
PATCH /api/businesses/:id/members/:accountId         | business        | 401 204 403 403 403 403 204 401 404 404 404 404
DELETE /api/businesses/:id/members/:accountId        | business        | 401 204 403 403 403 204 204 401 404 404 404 404
GET /api/taxonomy                                    | -               | 200 200 200 200 200 200 200 200 200 200 200 200
GET /api/assistant-profile                           | -               | 401 404 404 404 404 404 404 401 200 200 404 200
PUT /api/assistant-profile                           | -               | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/assistants/:id                              | assistant       | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/public-assistants                           | -               | 200 200 200 200 200 200 200 200 200 200 200 200
GET /api/public-assistants/:id                       | -               | 404 404 404 404 404 404 404 404 404 404 404 404
GET /api/prices                                      | -               | 200 200 200 200 200 200 200 200 200 200 200 200
GET /api/search                                      | -               | 401 200 200 200 200 200 200 401 200 200 200 200
POST /api/briefs                                     | business        | 401 201 201 403 403 403 201 401 404 404 404 404
GET /api/briefs                                      | -               | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/briefs/:id                                  | brief           | 401 200 200 200 200 200 200 401 404 404 404 404
GET /api/briefs/:id                                  | closed brief    | 401 200 200 200 200 200 200 401 404 404 404 404
POST /api/briefs/:id/closing                         | brief           | 401 200 200 403 403 403 200 401 404 404 404 404
POST /api/briefs/:id/closing                         | closed brief    | 401 409 409 403 403 403 409 401 404 404 404 404
GET /api/briefs/:id/matches                          | brief           | 401 200 200 200 200 200 200 401 404 404 404 404
GET /api/briefs/:id/matches                          | closed brief    | 401 200 200 200 200 200 200 401 404 404 404 404
GET /api/matching-briefs                             | -               | 401 404 404 404 404 404 404 401 200 200 404 200
POST /api/contracts                                  | business        | 401 201 201 403 403 403 403 401 404 404 404 404
GET /api/contracts                                   | -               | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/contracts/:id                               | offer           | 401 200 200 200 200 200 200 401 200 404 404 404
GET /api/contracts/:id                               | contract        | 401 200 200 200 200 200 200 401 200 404 404 404
GET /api/contracts/:id                               | ended contract  | 401 200 200 200 200 200 200 401 404 200 404 404
POST /api/contracts/:id/acceptance                   | offer           | 401 403 403 403 403 403 403 401 200 404 404 404
POST /api/contracts/:id/acceptance                   | contract        | 401 403 403 403 403 403 403 401 409 404 404 404
POST /api/contracts/:id/acceptance                   | ended contract  | 401 403 403 403 403 403 403 401 404 409 404 404
POST /api/contracts/:id/declination                  | offer           | 401 403 403 403 403 403 403 401 200 404 404 404
POST /api/contracts/:id/declination                  | contract        | 401 403 403 403 403 403 403 401 409 404 404 404
POST /api/contracts/:id/declination                  | ended contract  | 401 403 403 403 403 403 403 401 404 409 404 404
POST /api/contracts/:id/bonuses                      | offer           | 401 409 409 403 409 403 403 401 403 404 404 404
POST /api/contracts/:id/bonuses                      | contract        | 401 201 201 403 201 403 403 401 403 404 404 404
POST /api/contracts/:id/bonuses                      | ended contract  | 401 201 201 403 201 403 403 401 404 403 404 404
POST /api/invoice-lines/:id/refund-preview           | line            | 401 403 403 403 403 403 403 401 200 404 404 404
POST /api/invoice-lines/:id/refunds                  | line            | 401 403 403 403 403 403 403 401 201 404 404 404
GET /api/debts                                       | -               | 401 200 200 200 200 200 200 401 200 200 200 200
POST /api/contracts/:id/withdrawal                   | offer           | 401 200 200 403 403 403 200 401 403 404 404 404
POST /api/contracts/:id/withdrawal                   | contract        | 401 409 409 403 403 403 409 401 403 404 404 404
POST /api/contracts/:id/withdrawal                   | ended contract  | 401 409 409 403 403 403 409 401 404 403 404 404
POST /api/contracts/:id/pausing                      | offer           | 401 409 409 403 403 403 409 401 403 404 404 404
POST /api/contracts/:id/pausing                      | contract        | 401 200 200 403 403 403 200 401 403 404 404 404
POST /api/contracts/:id/pausing                      | ended contract  | 401 409 409 403 403 403 409 401 404 403 404 404
POST /api/contracts/:id/resumption                   | offer           | 401 409 409 403 403 403 409 401 403 404 404 404
POST /api/contracts/:id/resumption                   | contract        | 401 409 409 403 403 403 409 401 403 404 404 404
POST /api/contracts/:id/resumption                   | ended contract  | 401 409 409 403 403 403 409 401 404 403 404 404
POST /api/contracts/:id/ending                       | offer           | 401 409 409 403 403 403 409 401 409 404 404 404
POST /api/contracts/:id/ending                       | contract        | 401 200 200 403 403 403 200 401 200 404 404 404
POST /api/contracts/:id/ending                       | ended contract  | 401 409 409 403 403 403 409 401 404 409 404 404
POST /api/time-entries                               | contract        | 401 403 403 403 403 403 403 401 201 404 404 404
POST /api/time-entries                               | offer           | 401 403 403 403 403 403 403 401 409 404 404 404
POST /api/time-entries                               | ended contract  | 401 403 403 403 403 403 403 401 404 409 404 404
GET /api/time-entries                                | -               | 401 200 200 200 200 200 200 401 200 200 200 200
PATCH /api/time-entries/:id                          | entry           | 401 403 403 403 403 403 403 401 200 404 404 404
PATCH /api/time-entries/:id                          | frozen entry    | 401 403 403 403 403 403 403 401 404 409 404 404
DELETE /api/time-entries/:id                         | entry           | 401 403 403 403 403 403 403 401 204 404 404 404
DELETE /api/time-entries/:id                         | frozen entry    | 401 403 403 403 403 403 403 401 404 409 404 404
GET /api/time-entries/:id/versions                   | entry           | 401 200 200 200 200 200 200 401 200 404 404 404
GET /api/time-entries/:id/versions                   | frozen entry    | 401 200 200 200 200 200 200 401 404 200 404 404
GET /api/timer                                       | -               | 401 200 200 200 200 200 200 401 200 200 200 200
POST /api/timer                                      | contract        | 401 403 403 403 403 403 403 401 201 404 404 409
POST /api/timer                                      | ended contract  | 401 403 403 403 403 403 403 401 404 409 404 409
PUT /api/timer                                       | contract        | 401 403 403 403 403 403 403 401 200 404 404 404
PUT /api/timer                                       | ended contract  | 401 403 403 403 403 403 403 401 404 409 404 404
DELETE /api/timer                                    | -               | 401 404 404 404 404 404 404 401 404 404 404 200
GET /api/time-imports                                | -               | 401 200 200 200 200 200 200 401 200 200 200 200
POST /api/time-imports                               | contract        | 401 403 403 403 403 403 403 401 201 404 404 404
POST /api/time-imports                               | ended contract  | 401 403 403 403 403 403 403 401 404 409 404 404
GET /api/weeks                                       | -               | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/weeks/:id                                   | open week       | 401 200 200 200 200 200 200 401 200 404 404 404
GET /api/weeks/:id                                   | frozen week     | 401 200 200 200 200 200 200 401 404 200 404 404
GET /api/weeks/:id                                   | invoiced week   | 401 200 200 200 200 200 200 401 200 404 404 404
PUT /api/weeks/:id/limit                             | open week       | 401 200 200 403 403 403 403 401 403 404 404 404
PUT /api/weeks/:id/limit                             | frozen week     | 401 409 409 403 403 403 403 401 404 403 404 404
POST /api/weeks/:id/approval                         | open week       | 401 409 403 409 403 403 403 401 403 404 404 404
POST /api/weeks/:id/approval                         | frozen week     | 401 409 403 409 403 403 403 401 404 403 404 404
POST /api/weeks/:id/approval                         | invoiced week   | 401 200 403 200 403 403 403 401 403 404 404 404
GET /api/weeks/:id/disputable                        | invoiced week   | 401 200 200 200 200 200 200 401 200 404 404 404
GET /api/weeks/:id/queries                           | invoiced week   | 401 200 200 200 200 200 200 401 200 404 404 404
POST /api/time-entries/:id/queries                   | billed entry    | 401 201 403 201 403 403 201 401 403 404 404 404
GET /api/entry-queries                               | -               | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/entry-queries/:id                           | query           | 401 200 200 200 200 200 200 401 200 404 404 404
POST /api/entry-queries/:id/answer                   | query           | 401 403 403 403 403 403 403 401 200 404 404 404
POST /api/entry-queries/:id/correction-preview       | query           | 401 403 403 403 403 403 403 401 200 404 404 404
POST /api/entry-queries/:id/correction               | query           | 401 403 403 403 403 403 403 401 200 404 404 404
POST /api/entry-queries/:id/agreement                | query           | 401 409 403 409 403 403 403 401 403 404 404 404
POST /api/entry-queries/:id/declination              | query           | 401 409 403 409 403 403 409 401 403 404 404 404
POST /api/weeks/:id/dispute-preview                  | invoiced week   | 401 200 403 200 403 403 200 401 403 404 404 404
POST /api/weeks/:id/late-reports                     | invoiced week   | 401 409 403 409 403 403 403 401 403 404 404 404
POST /api/disputes                                   | invoiced week   | 401 201 403 201 403 403 403 401 403 404 404 404
GET /api/disputes                                    | -               | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/disputes/:id                                | dispute         | 401 200 200 200 200 200 200 401 200 404 404 404
GET /api/disputes/:id/evidence                       | dispute         | 401 200 200 200 200 200 200 401 200 404 404 404
GET /api/disputes/:id/evidence.pdf                   | dispute         | 401 200 200 200 200 200 200 401 200 404 404 404
POST /api/disputes/:id/acceptance                    | dispute         | 401 403 403 403 403 403 403 401 200 404 404 404
POST /api/disputes/:id/answer                        | dispute         | 401 403 403 403 403 403 403 401 200 404 404 404
POST /api/disputes/:id/offer-preview                 | dispute         | 401 403 403 403 403 403 403 401 200 404 404 404
POST /api/disputes/:id/offer                         | dispute         | 401 403 403 403 403 403 403 401 200 404 404 404
POST /api/disputes/:id/settlement                    | dispute         | 401 409 403 409 403 403 403 401 403 404 404 404
POST /api/disputes/:id/offer/declination             | dispute         | 401 409 403 409 403 403 409 401 403 404 404 404
POST /api/disputes/:id/withdrawal                    | dispute         | 401 200 403 200 403 403 200 401 403 404 404 404
POST /api/disputes/:id/statements                    | dispute         | 401 201 403 201 403 403 201 401 201 404 404 404
POST /api/disputes/:id/files                         | dispute         | 401 201 403 201 403 403 201 401 201 404 404 404
GET /api/disputes/:id/files/:fileId                  | dispute         | 401 200 200 200 200 200 200 401 200 404 404 404
POST /api/disputes/:id/appeal                        | dispute         | 401 409 403 409 403 403 409 401 409 404 404 404
GET /api/dispute-rules                               | -               | 200 200 200 200 200 200 200 200 200 200 200 200
GET /api/dispute-statistics                          | -               | 200 200 200 200 200 200 200 200 200 200 200 200
POST /api/card-setups                                | business        | 401 201 403 403 201 403 403 401 404 404 404 404
POST /api/card-setups/:id/completion                 | card setup      | 401 200 403 403 200 403 403 401 404 404 404 404
POST /api/card-setups/:id/completion                 | open card setup | 401 200 403 403 200 403 403 401 404 404 404 404
GET /api/cards                                       | business        | 401 200 200 200 200 200 200 401 404 404 404 404
GET /api/invoices                                    | -               | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/invoices/:id                                | invoice         | 401 200 200 200 200 200 200 401 404 404 404 404
POST /api/invoices/:id/payment                       | invoice         | 401 409 403 403 409 403 403 401 404 404 404 404
POST /api/invoices/:id/payment/completion            | invoice         | 401 200 403 403 200 403 403 401 404 404 404 404
GET /api/unpaid-policy                               | -               | 200 200 200 200 200 200 200 200 200 200 200 200
GET /api/invoices/:id/pdf                            | invoice         | 401 200 200 200 200 200 200 401 404 404 404 404
GET /api/businesses/:id/invoices/csv                 | business        | 401 200 200 200 200 200 200 401 404 404 404 404
GET /api/businesses/:id/budget                       | business        | 401 200 200 200 200 200 200 401 404 404 404 404
PUT /api/businesses/:id/budget                       | business        | 401 200 200 403 200 403 200 401 404 404 404 404
GET /api/businesses/:id/spend                        | business        | 401 200 200 200 200 200 200 401 404 404 404 404
GET /api/businesses/:id/spend/csv                    | business        | 401 200 200 200 200 200 200 401 404 404 404 404
GET /api/earnings                                    | -               | 401 200 200 200 200 200 200 401 200 200 200 200
POST /api/payee                                      | -               | 401 400 400 400 400 400 403 401 201 201 400 201
GET /api/payee                                       | -               | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/payouts                                     | -               | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/statements                                  | -               | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/statements/:month/pdf                       | -               | 401 404 404 404 404 404 404 401 404 404 404 404
GET /api/statements/:month/csv                       | -               | 401 404 404 404 404 404 404 401 404 404 404 404
POST /api/privacy/exports                            | -               | 401 201 201 201 201 201 201 401 201 201 201 201
GET /api/privacy/exports                             | -               | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/privacy/exports/:id/download                | export          | 401 404 404 404 404 404 404 401 400 404 404 404
GET /api/privacy/erasure                             | -               | 401 200 200 200 200 200 200 401 200 200 200 200
POST /api/privacy/erasure                            | -               | 401 400 400 400 400 400 400 401 400 400 400 400
DELETE /api/privacy/erasure                          | -               | 401 404 404 404 404 404 404 401 404 404 404 404
GET /api/me/suspensions                              | -               | 401 200 200 200 200 200 200 401 200 200 200 200
POST /api/me/suspensions/:id/appeal                  | suspension      | 401 404 404 404 404 404 404 401 404 204 404 404
POST /api/suspension-appeals                         | -               | 400 400 400 400 400 400 400 400 400 400 400 400
GET /api/me/impersonations                           | -               | 401 200 200 200 200 200 200 401 200 200 200 200
GET /api/staff/disputes                              | -               | 200
POST /api/staff/late-claims                          | invoiced week   | 409
GET /api/staff/late-reports                          | -               | 200
POST /api/staff/late-reports/:id/claim               | dispute         | 404
POST /api/staff/late-reports/:id/refusal             | dispute         | 404
GET /api/staff/disputes/:id                          | dispute         | 200
GET /api/staff/disputes/:id/evidence                 | dispute         | 200
GET /api/staff/disputes/:id/evidence.pdf             | dispute         | 200
GET /api/staff/disputes/:id/files/:fileId            | dispute         | 200
PUT /api/staff/disputes/:id/claim                    | dispute         | 409
DELETE /api/staff/disputes/:id/claim                 | dispute         | 200
POST /api/staff/disputes/:id/statements              | dispute         | 201
POST /api/staff/disputes/:id/decision-preview        | dispute         | 409
POST /api/staff/disputes/:id/decisions               | dispute         | 409
POST /api/staff/disputes/:id/decisions/:decisionId/signature | dispute         | 409
GET /api/staff/search                                | -               | 200
GET /api/staff/audit                                 | -               | 200
GET /api/staff/members                               | -               | 200
GET /api/staff/people/:id                            | assistant       | 200
GET /api/staff/businesses/:id                        | business        | 200
POST /api/staff/people/:id/suspensions               | assistant       | 201
POST /api/staff/businesses/:id/suspensions           | business        | 201
POST /api/staff/people/:id/impersonations            | assistant       | 201
DELETE /api/staff/impersonation                      | -               | 204
GET /api/staff/appeals                               | -               | 200
POST /api/staff/suspensions/:id/ending               | suspension      | 200
POST /api/staff/suspensions/:id/appeal-decision      | suspension      | 409
GET /api/staff/contracts/:id                         | contract        | 200
GET /api/staff/invoices/:id                          | invoice         | 200
GET /api/staff/money/:of                             | -               | 200
GET /api/staff/refunds                               | -               | 200
POST /api/staff/refunds/:id/attempts                 | refund          | 200
POST /api/staff/refunds/:id/other-payment            | refund          | 200
GET /api/staff/debts                                 | -               | 200
POST /api/staff/debts/:id/write-off                  | debt            | 200
POST /api/staff/debts/:id/reversal-attempts          | debt            | 200
GET /api/staff/holds                                 | -               | 200
POST /api/staff/holds                                | invoice         | 201
POST /api/staff/holds/:id/renewal                    | hold            | 200
POST /api/staff/holds/:id/release                    | hold            | 200
GET /api/staff/chargebacks                           | -               | 200
GET /api/staff/chargebacks/:id                       | invoice         | 404
GET /api/staff/chargebacks/:id/evidence              | invoice         | 404
POST /api/staff/chargebacks/:id/evidence             | invoice         | 404
POST /api/staff/chargebacks/:id/acceptance           | invoice         | 404
PUT /api/staff/chargebacks/:id/lines                 | invoice         | 404
PUT /api/staff/chargebacks/:id/carrier               | invoice         | 404
POST /api/staff/chargebacks/:id/resumption           | invoice         | 404
GET /api/staff/fees                                  | -               | 200
POST /api/staff/fees                                 | -               | 201
GET /api/staff/cycle-policies                        | -               | 200
POST /api/staff/cycle-policies                       | -               | 201
GET /api/staff/unpaid-policies                       | -               | 200
POST /api/staff/unpaid-policies                      | -               | 201
GET /api/staff/taxonomy                              | -               | 200
POST /api/staff/taxonomy                             | -               | 201
POST /api/staff/taxonomy/retirements                 | -               | 201
GET /api/staff/jobs                                  | -               | 200
POST /api/staff/jobs/:id/replays                     | invoice         | 404
GET /api/staff/webhooks                              | -               | 200
POST /api/staff/webhooks/:webhook/replays            | -               | 404
GET /api/staff/sweeps                                | -               | 200
GET /api/staff/reconciliations                       | -               | 200
POST /api/stripe-webhooks/platform                   | -               | 400 400 400 400 400 400 400 400 400 400 400 400
POST /api/stripe-webhooks/connect                    | -               | 400 400 400 400 400 400 400 400 400 400 400 400
POST /api/stripe-webhooks/accounts                   | -               | 400 400 400 400 400 400 400 400 400 400 400 400
`;
