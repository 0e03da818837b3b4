package io.referralflow.architecture.planted.usecasesarefinal.referral;

class SubmitReferral {
  public String execute() {
    return "done";
  }

  public String undo() {
    return "undone";
  }
}
