"""The hunt itself: quiet on an API that keeps the contract, loud on each that breaks it."""

import tempfile
import unittest
from pathlib import Path

from openapi_spec_validator import validate

import hunt
import stub


class HuntTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.contract = hunt.contract()

    def hunt(self, fault=None, operations=("getMe", "submitReferral"), document=None):
        role = hunt.Role("employee", {"Authorization": f"Bearer {stub.TOKEN}"}, operations)
        with tempfile.TemporaryDirectory() as work, stub.Stub(self.contract, fault) as api:
            return hunt.hunt(document or self.contract, api, role, Path(work), 5, 120)

    def test_the_contract_is_openapi(self):
        validate(self.contract)

    def test_an_api_that_keeps_the_contract_is_clean(self):
        found = self.hunt()

        self.assertTrue(found.clean, found.words)
        self.assertGreater(found.calls, 50)

    def test_each_breach_is_found(self):
        for fault in stub.FAULTS:
            with self.subTest(fault):
                found = self.hunt(fault, ["submitReferral" if fault == "accepts-anything" else "getMe"])

                self.assertFalse(found.clean, found.words)
                self.assertIn("Failures:", found.words)

    def test_the_candidates_door_is_tried_with_a_real_token(self):
        known = hunt.with_real_values(self.contract, {"parameter InvitationToken": ["a-real-token"]})

        found = self.hunt(operations=("getInvitation", "answerInvitation"), document=known)

        self.assertTrue(found.clean, found.words)
        self.assertEqual(
            [{"enum": ["a-real-token"]}],
            known["components"]["parameters"]["InvitationToken"]["schema"]["anyOf"][:1],
        )

    def test_values_that_exist_are_tried_beside_made_up_ones(self):
        known = hunt.with_real_values(
            self.contract,
            {
                "parameter ReferralId": ["b", "a"],
                "path /vacancies/{id}": ["java-engineer"],
                "schema Submission.vacancyId": ["java-engineer"],
                "path /payouts/{id}/confirmation": [],
            },
        )

        self.assertEqual({"enum": ["a", "b"]}, known["components"]["parameters"]["ReferralId"]["schema"]["anyOf"][0])
        self.assertEqual({"enum": ["java-engineer"]}, known["paths"]["/vacancies/{id}"]["parameters"][0]["schema"]["anyOf"][0])
        self.assertIn("anyOf", known["components"]["schemas"]["Submission"]["properties"]["vacancyId"])
        self.assertEqual(
            self.contract["paths"]["/payouts/{id}/confirmation"], known["paths"]["/payouts/{id}/confirmation"]
        )

    def test_a_hunt_that_takes_too_long_is_no_success(self):
        role = hunt.Role("employee", {"Authorization": f"Bearer {stub.TOKEN}"}, ("getMe",))
        with tempfile.TemporaryDirectory() as work, stub.Stub(self.contract) as api:
            found = hunt.hunt(self.contract, api, role, Path(work), 5, 0.1)

        self.assertFalse(found.clean)

    def test_roles_are_read_from_the_contract(self):
        self.assertIn("answerInvitation", hunt.allowed(self.contract, "candidate"))
        self.assertNotIn("listPayouts", hunt.allowed(self.contract, "candidate"))
        self.assertIn("confirmPayout", hunt.allowed(self.contract, "finance"))
        self.assertNotIn("confirmPayout", hunt.allowed(self.contract, "employee", "recruiter"))



if __name__ == "__main__":
    unittest.main()
