package io.referralflow.architecture.planted.adaptersdonotknoweachother.aws;

import io.referralflow.architecture.planted.adaptersdonotknoweachother.json.Wire;

record StoredText(Wire wire) {}
