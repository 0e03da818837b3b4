package io.referralflow.tests.simulation;

/// Which use case is at work. Together with the call that it makes it is a place where something
/// can go wrong.
enum Step {
  SUBMIT,
  SUBMIT_FOR,
  TAKE_BACK,
  READ,
  LIST,
  INVITATION,
  ANSWER,
  COPY,
  CORRECT,
  DECIDE,
  ENTER_PHASE,
  MOVE,
  CORRECT_ADDRESS,
  APPEAL,
  HEAR,
  HEAR_APPLICATION,
  HEAR_COLLEAGUE,
  REFUSE,
  ENTER,
  AGREE,
  CONFIRM,
  HOLD,
  CORRECT_PAYMENT,
  PARK,
  PLAN,
  RELEASE,
  FOLLOW,
  SEND,
  UPKEEP_HOURLY,
  UPKEEP_DAILY,
  UPKEEP_RESTART,
  UPKEEP_AMNESIA
}
