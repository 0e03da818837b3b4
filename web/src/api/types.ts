import type { components } from './schema';

type Schemas = components['schemas'];

export type Brake = Schemas['Brake'];
export type BrakeReason = Schemas['BrakeReason'];
export type CandidateDetails = Schemas['CandidateDetails'];
export type Confirmation = Schemas['Confirmation'];
export type Decision = Schemas['Decision'];
export type EnteredHrEvent = Schemas['EnteredHrEvent'];
export type HrEvent = Schemas['HrEvent'];
export type Instalment = Schemas['Instalment'];
export type Invitation = Schemas['Invitation'];
export type InvitationAnswer = Schemas['InvitationAnswer'];
export type Me = Schemas['Me'];
export type Payout = Schemas['Payout'];
export type RecruiterView = Schemas['RecruiterView'];
export type ReferrerView = Schemas['ReferrerView'];
export type RewardInstalment = Schemas['RewardInstalment'];
export type Role = Schemas['Role'];
export type Settings = Schemas['Settings'];
export type SettingsContent = Schemas['SettingsContent'];
export type State = Schemas['State'] | Schemas['ReferrerState'];
export type Submission = Schemas['Submission'];
export type SubmissionReceipt = Schemas['SubmissionReceipt'];
export type Terms = Schemas['Terms'];
export type TermsContent = Schemas['TermsContent'];
export type Thanks = Schemas['Thanks'];
export type Vacancy = Schemas['Vacancy'];
