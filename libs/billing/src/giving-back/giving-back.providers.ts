import { ContractWeekReview } from '../contract-week-review.ts';
import { ApplyGiveBack } from './apply-give-back.ts';
import { ApplyWaitingGiveBacks } from './apply-waiting.ts';
import { AssistantDebt } from './assistant-debt.entity.ts';
import { BilledLines } from './billed-lines.repository.ts';
import { CreditNote } from './credit-note.entity.ts';
import { EarningHold } from './earning-hold.entity.ts';
import { EndHold } from './end-hold.ts';
import { GiveBack } from './give-back.ts';
import { GivenBack } from './give-back.entity.ts';
import { PlaceHold } from './place-hold.ts';
import { Refund } from './refund.entity.ts';
import { SetAside } from './set-aside.ts';
import { SplitEarning } from './split-earning.ts';

export const givingBackEntities = [EarningHold, GivenBack, Refund, CreditNote, AssistantDebt];

export const givingBackDoors = [ApplyWaitingGiveBacks, ContractWeekReview, EndHold, GiveBack, PlaceHold, SetAside];

export const givingBackParts = [ApplyGiveBack, BilledLines, SplitEarning];
