import type { Metadata } from '@minsheng/contracts';
import type { RecordedEvent } from '@minsheng/event-store';

export const metadataOf = ({ metadata }: RecordedEvent): Metadata => JSON.parse(metadata) as Metadata;
