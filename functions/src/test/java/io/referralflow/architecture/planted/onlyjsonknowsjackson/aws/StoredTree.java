package io.referralflow.architecture.planted.onlyjsonknowsjackson.aws;

import tools.jackson.databind.JsonNode;

record StoredTree(JsonNode tree) {}
