package io.referralflow.architecture.planted.onlyfunctionknowslambda.referral;

import com.amazonaws.services.lambda.runtime.Context;

record Invocation(Context context) {}
