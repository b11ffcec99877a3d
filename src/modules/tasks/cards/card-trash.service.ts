import { Injectable } from '@nestjs/common';
import { AuditAction, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { type Actor } from '../../auth/index.js';
import { CardChanging } from './card-changing.service.js';
import { CardDeleted, CardNotInTrash, type DeleteCardResult } from './card.type.js';
import { CardsRepository } from './cards.repository.js';

/** Ends what is in the trash, on somebody's word; what nobody asks for ends with the retention. */
@Injectable()
export class CardTrash {
  constructor(
    private readonly changing: CardChanging,
    private readonly cards: CardsRepository,
    private readonly audit: AuditTrail,
  ) {}

  delete(id: string, actor: Actor): Promise<DeleteCardResult> {
    return this.changing.at(id, async ({ boardId, trashedAt }) => {
      if (trashedAt === null) return new CardNotInTrash();
      await this.cards.delete(id);
      await this.audit.record({
        action: AuditAction.CARD_DELETED,
        actor: actor.id,
        subjectKind: AuditSubjectKind.CARD,
        subjectId: id,
        details: { boardId },
      });
      return new CardDeleted(id);
    });
  }
}
