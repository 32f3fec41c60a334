import { Module } from '@nestjs/common';
import { EraseSubmitterHandler } from './erase-submitter';
import { MergeSuggestionHandler } from './merge-suggestion.handler';
import { EnterSuggestionHandler, SubmitSuggestionHandler } from './receive-suggestion.handlers';
import { suggestionCommandHandlers } from './suggestion.commands';
import { SuggestionController } from './suggestion.controller';

@Module({
  controllers: [SuggestionController],
  providers: [
    ...Object.values(suggestionCommandHandlers),
    SubmitSuggestionHandler,
    EnterSuggestionHandler,
    MergeSuggestionHandler,
    EraseSubmitterHandler,
  ],
})
export class SuggestionModule {}
