export { AssistantProfile, type Level, type Specialty } from './assistant-profile.entity.ts';
export { Assistants, type PublicAssistant } from './assistants.ts';
export type { KnownCodes } from './check-draft.ts';
export { type AvailabilityWindow, inWords } from './availability.ts';
export type { ProfileDraft } from './profile-draft.ts';
export { AssistantNotFound, NoProfileYet } from './profile.errors.ts';
export type { ProfilePublished } from './profile.events.ts';
export { profilesEntities, ProfilesModule } from './profiles.module.ts';
export { Profiles } from './profiles.repository.ts';
export {
  type PublicAssistantsPage,
  PublicAssistants,
  PUBLIC_PAGE_SIZE,
  type ShownAssistant,
  type WantedAssistants,
} from './public-assistants.ts';
export { PublishProfile } from './publish-profile.ts';
export { assertRateWithinBounds, HIGHEST_RATE, LOWEST_RATE } from './rate-bounds.ts';
export {
  clientMayBeWorkedFor,
  type ClientStanding,
  type NotWorkedForReason,
  type PayeeStanding,
  type PersonStanding,
  whyNotWorkedFor,
} from './standing.policy.ts';
export { Standings } from './standings.ts';
export { Taxonomy, type TaxonomyView } from './taxonomy.ts';
