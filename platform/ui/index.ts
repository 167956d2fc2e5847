/** The look and the hands of every screen: props-only components, the shortcut registry, words, and the way to data. */
export { Avatar, type PresenceTone } from './avatar.tsx';
export { ask, Refusal, type Asked, type AskOf, type WireRoute } from './api.ts';
export { BrandMark, BrandSign } from './brand-mark.tsx';
export { Button, type ButtonProps } from './button.tsx';
export { Chip, Dot, type DotTone, type Tone } from './chip.tsx';
export { ComposerFrame, Quoted, Segments, SourceLink, SuggestionBar, type ComposerMode } from './composer.tsx';
export { ConversationRow, rowHeightPx, type ConversationRowProps, type Density } from './conversation-row.tsx';
export { ChoicePicker, type Offered } from './choice-picker.tsx';
export {
  AddValue,
  ChosenValue,
  type ConditionGroup,
  ConditionGroups,
  conditionLook,
  isConditionGroup,
} from './condition-groups.tsx';
export { ComboField } from './combo-field.tsx';
export { cx } from './cx.ts';
export { Dialog } from './dialog.tsx';
export { CheckField, Field, SelectField, TextField } from './field.tsx';
export { FieldForm, type FormField } from './field-form.tsx';
export { firstNameOf } from './first-name.ts';
export { spanishOfUi } from './spanish-of-ui.ts';
export {
  eachArea,
  language,
  sayer,
  type Say,
  setLanguage,
  type Spanish,
  type Translation,
  useLanguage,
  useWords,
  type Words,
  words,
} from './i18n.ts';
export { holdKeys } from './held-keys.ts';
export { Kbd } from './kbd.tsx';
export { pageBegan } from './awaited-command.ts';
export { copyText } from './copy-text.ts';
export { OwnFieldValues } from './own-field-values.tsx';
export { fetchFile, saveFile } from './save-file.ts';
export { useRested } from './use-rested.ts';
export { languageNameOf } from './language-name.ts';
export { AppLink, useGo } from './links.tsx';
export { HandAsk } from './hand-ask.ts';
export { ariaKeys, keyCaps } from './key-caps.ts';
export { Kpi } from './kpi.tsx';
export { fetchMenus, Menu, type MenuItem } from './menu.tsx';
export { newId } from './new-id.ts';
export { moneyOf } from './money.ts';
export { OrderedSections } from './ordered-sections.tsx';
export { useOffers } from './offers.tsx';
export { radioKeys, radioTabIndex } from './radio-keys.ts';
export { Palette, type PaletteGroup, type PaletteItem } from './palette.tsx';
export { Part } from './part.tsx';
export { MomentDialog } from './moment-dialog.tsx';
export { typedTime } from './typed-time.ts';
export { PromiseStrip } from './promise-strip.tsx';
export { QueueGroup, QueueItem } from './queue-item.tsx';
export { Logo, Rail, RailButton, type LinkDrawer, type RailItem } from './rail.tsx';
export {
  chordOf,
  conflictsOf,
  defaultChoices,
  keysOf,
  shortcuts,
  type Shortcut,
  type ShortcutChoices,
  type ShortcutScope,
} from './shortcuts.ts';
export { shortcutWords } from './shortcut-words.ts';
export type { BrandPieceProps } from './brand-piece.ts';
export type { HoursPieceProps } from './hours-piece.ts';
export type { SightPieceProps } from './sight-piece.ts';
export { SightPicker } from './sight-picker.tsx';
export { useSightQuestion } from './use-sight-question.ts';
export { SightAnswer } from './sight-answer.tsx';
export { FactList, JourneySteps, KeyValues, SideSection, StatTiles } from './side-panel.tsx';
export {
  RoomsContext,
  type EntryAct,
  SocketsContext,
  TellContext,
  type ThreadPiece,
  type ThreadPlace,
  type Told,
  useTell,
  useRooms,
  useSockets,
  type CareerPiece,
  type CompanyPiece,
  type CompanyPieceProps,
  type ComposerPiece,
  type ConsolePage,
  type ConsolePanel,
  type ConsolePanelProps,
  type ConsoleParts,
  type CustomerPiece,
  type CustomerPieceProps,
  type LineFormProps,
  type LivePiece,
  type LinePiece,
  type MomentPiece,
  type MomentProps,
  type ListAsked,
  type ListPiece,
  type ListPlace,
  type SettingsPage,
  type TimelinePiece,
} from './sockets.ts';
export { isSelected, nothingSelected, select, type Selection, toggleSelected, useSelection } from './selection.ts';
export { SlaRing, slaToneOf, type SlaTone } from './sla-ring.tsx';
export {
  CallCard,
  ChatBubble,
  EventHead,
  MailBody,
  NoteCard,
  SpineEvent,
  SpineRule,
  Waveform,
  type BubbleSide,
  type SpineKind,
} from './spine.tsx';
export { EmptyState, ErrorNote, Skeleton } from './states.tsx';
export {
  ageOf,
  callLengthOf,
  clockOf,
  dateOf,
  fullMomentOf,
  isSameDay,
  longSpanOf,
  spanOf,
  timeOf,
  whenOf,
  type Elsewhere,
} from './time.ts';
export { Toast, ToastShelf, type ToastProps } from './toast.tsx';
export {
  listenToKeys,
  runCommand,
  useCommand,
  useKeys,
  useLiveCommands,
  useShortcutChoices,
  type CommandChoice,
  type LiveCommand,
} from './use-shortcuts.ts';
export { useNow } from './use-now.ts';
export { pagesOf, useAct, usePages, useView, viewKey, viewOf, type PageOf } from './use-view.ts';
export { uiWords } from './words.ts';
export type { WritingField, WritingPiece, WritingPlace } from './writing-place.ts';
